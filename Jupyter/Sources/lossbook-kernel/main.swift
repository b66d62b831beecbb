import LossbookKernel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(KernelProgram.run(CommandLine.arguments))
