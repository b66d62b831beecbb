"""The kernel as Jupyter's own client sees it. `Jupyter/test` makes the environment and runs this."""

import json
import os
import signal
import subprocess
import unittest

import jupyter_kernel_test as jkt
import nbformat
import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from jupyter_client.session import Session
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

KERNEL = "lossbook"
# Long enough for a loaded machine: only what hangs takes so long.
PATIENCE = 120
# So much training that only an interruption ends it.
ENDLESS = "train circles loss=bce epochs=1000000"
LONG_LOOP = "for i in 1..2000000 { x = sum(sin(linspace(0, 1, 1000))) }"


class StandardTests(jkt.KernelTests):
    """What Jupyter's tests ask of every kernel."""

    kernel_name = KERNEL
    language_name = "lossbook"
    file_extension = ".loss"
    code_stderr = "bce([1, 0, 1], [0.9, 0.2, 0])"
    completion_samples = [
        {"text": "squared_h", "matches": {"squared_hinge", "squared_hinge_loss"}},
        {"text": "mse([1], [2], redu", "matches": {"reduction="}},
    ]
    complete_code_samples = ["1 + 1", "y = [1, 2]\nmse(y, y)", "for i in 1..3 { x = i }", ""]
    incomplete_code_samples = ["mse([1, 2],", "for i in 1..3 {", '"text']
    invalid_code_samples = ["1 +* 2", "2 ** 3"]
    code_generate_error = "mse([1, 2, 3], [1, 2])"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 8", "result": "48"},
        {"code": "mse([3, -0.5, 2, 7], [2.5, 0, 2, 8])", "result": "0.375"},
    ]
    code_display_data = [
        {"code": "plot z^2 for z in -1..1", "mime": "image/svg+xml"},
        {"code": "plot z^2 for z in -1..1", "mime": "text/plain"},
        {"code": "conventions bce([1, 0], [0.9, 0.2])", "mime": "text/html"},
    ]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "mse"


class WelcomeTests(jkt.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


class Client(unittest.TestCase):
    """A kernel of its own for each class, and short ways to talk to it."""

    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=KERNEL, startup_timeout=PATIENCE)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def shell_reply(self, message_id, client=None):
        while True:
            reply = (client or self.kc).get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == message_id:
                return reply["content"]

    def iopub(self, message_id, client=None):
        """What is published about a request, up to the end of it."""
        messages = []
        while True:
            message = (client or self.kc).get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages

    def run_cell(self, code, **options):
        message_id = self.kc.execute(code, **options)
        return self.shell_reply(message_id), self.iopub(message_id)

    def outputs(self, code, **options):
        """The messages of a cell but those that every cell has."""
        return [m for m in self.run_cell(code, **options)[1] if m["msg_type"] not in ("status", "execute_input")]

    def wait_until_busy(self, message_id):
        while True:
            message = self.kc.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == "execute_input":
                return

    def wait_until_training(self, message_id):
        while True:
            message = self.kc.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == "display_data":
                return

    def assert_alive(self):
        self.assertEqual(self.run_cell("1 + 1")[0]["status"], "ok")


class OutputTests(Client):
    def test_values_are_results(self):
        reply, messages = self.run_cell("x = 2\nx + 1\nx * 4")
        results = [m["content"] for m in messages if m["msg_type"] == "execute_result"]
        self.assertEqual([r["data"]["text/plain"] for r in results], ["3", "8"])
        self.assertEqual({r["execution_count"] for r in results}, {reply["execution_count"]})

    def test_what_was_shown_is_kept(self):
        reply, _ = self.run_cell("x = 2\nx + 1\nx * 4")
        number = reply["execution_count"]
        self.assertEqual(self.outputs(f"out[{number}] + ans")[0]["content"]["data"]["text/plain"], "16")

    def test_figures_are_svg_with_their_size(self):
        (message,) = self.outputs("plot hinge(1, z) for z in -2..2")
        self.assertEqual(message["msg_type"], "display_data")
        svg = message["content"]["data"]["image/svg+xml"]
        size = message["content"]["metadata"]["image/svg+xml"]
        self.assertTrue(svg.startswith("<svg "))
        self.assertIn(f'width="{size["width"]}" height="{size["height"]}"', svg)
        self.assertIn("┌", message["content"]["data"]["text/plain"])

    def test_tables_are_html(self):
        (message,) = self.outputs("explain mse([1, 2], [2, 4])")
        self.assertEqual(message["msg_type"], "display_data")
        html = message["content"]["data"]["text/html"]
        self.assertIn("<table", html)
        self.assertIn("y_true", html)
        self.assertIn("y_true", message["content"]["data"]["text/plain"])

    def test_html_has_no_markup_from_texts(self):
        for message in self.outputs('t = "<b>bold</b>"\nvars'):
            self.assertNotIn("<b>", message["content"]["data"].get("text/html", ""))

    def test_a_training_shows_a_table_and_a_figure(self):
        messages = self.outputs("run1 = train circles loss=bce epochs=5")
        kinds = [set(m["content"]["data"]) for m in messages]
        self.assertIn({"text/plain", "text/html"}, kinds)
        self.assertIn({"text/plain", "image/svg+xml"}, kinds)

    def test_notes_are_a_stream(self):
        message = self.outputs("bce([1, 0, 1], [0.9, 0.2, 0])")[-1]
        self.assertEqual(message["msg_type"], "stream")
        self.assertEqual(message["content"]["name"], "stderr")
        self.assertTrue(message["content"]["text"].startswith("note: "))

    def test_errors_have_a_caret_and_a_hint(self):
        reply, messages = self.run_cell("hinge([0, 1, 1], [0.3, 0.8, -0.2])")
        (error,) = [m["content"] for m in messages if m["msg_type"] == "error"]
        self.assertEqual(error["ename"], "ZeroOneLabels")
        self.assertEqual({k: reply[k] for k in error}, error)
        text = "\n".join(error["traceback"])
        self.assertIn("\x1b[1;31m^^^^^^^^^\x1b[0m", text)
        self.assertIn("write 2*y - 1", text)

    def test_what_came_before_an_error_is_shown(self):
        kinds = [m["msg_type"] for m in self.outputs("1 + 1\nnothing_there\n2 + 2")]
        self.assertEqual(kinds, ["execute_result", "error"])

    def test_quit_asks_the_front_end_to_leave(self):
        reply, _ = self.run_cell("quit")
        self.assertEqual(reply["payload"], [{"source": "ask_exit", "keepkernel": False}])
        self.assert_alive()

    def test_a_long_training_is_shown_while_it_goes(self):
        messages = self.outputs("train circles loss=bce epochs=20000")
        first = messages[0]
        self.assertEqual(first["msg_type"], "display_data")
        display = first["content"]["transient"]["display_id"]
        updates = [m for m in messages if m["msg_type"] == "update_display_data"]
        self.assertTrue(updates)
        self.assertEqual({m["content"]["transient"]["display_id"] for m in updates}, {display})
        # The last one puts the result where the progress was.
        self.assertIn("after 20000 epochs", updates[-1]["content"]["data"]["text/plain"])


class RequestTests(Client):
    def test_silent_cells_leave_no_trace(self):
        before = self.run_cell("1")[0]["execution_count"]
        _, messages = self.run_cell("quiet = 5\nquiet + 1", silent=True)
        self.assertEqual([m["msg_type"] for m in messages], ["status", "status"])
        reply, messages = self.run_cell("quiet")
        self.assertEqual(reply["execution_count"], before + 1)
        self.assertEqual(messages[2]["content"]["data"]["text/plain"], "5")

    def test_cells_that_are_not_stored_have_no_number(self):
        before = self.run_cell("1")[0]["execution_count"]
        self.run_cell("2", store_history=False)
        self.assertEqual(self.run_cell("3")[0]["execution_count"], before + 1)

    def test_user_expressions(self):
        reply, _ = self.run_cell("v = [1, 2, 3]", user_expressions={"sum": "sum(v)", "bad": "nothing_there"})
        total = reply["user_expressions"]["sum"]
        self.assertEqual(total["data"], {"text/plain": "6", "application/json": 6})
        self.assertEqual(reply["user_expressions"]["bad"]["ename"], "UnknownName")

    def test_cells_behind_one_that_fails_are_not_run(self):
        ids = [self.kc.execute(code) for code in ("bad_name", "aborted = 1", "aborted = 2")]
        self.assertEqual([self.shell_reply(i)["status"] for i in ids], ["error", "aborted", "aborted"])
        self.assertEqual(self.run_cell("aborted")[0]["status"], "error")

    def test_cells_go_on_where_that_is_wanted(self):
        ids = [self.kc.execute(c, stop_on_error=False) for c in ("bad_name", "kept = 1")]
        self.assertEqual([self.shell_reply(i)["status"] for i in ids], ["error", "ok"])

    def test_completion_counts_scalars(self):
        # An e with a combining accent, and a face beyond 16 bits: one scalar each for the protocol.
        for before in ('t = "e\u0301😀"; ', '# e\u0301😀\n'):
            code = before + "squared_h"
            content = self.shell_reply(self.kc.complete(code, len(code)))
            self.assertIn("squared_hinge", content["matches"])
            self.assertEqual(content["cursor_start"], len(before))
            self.assertEqual(content["cursor_end"], len(code))

    def test_completion_stops_at_the_cursor(self):
        content = self.shell_reply(self.kc.complete("squared_h + 1", 9))
        self.assertEqual((content["cursor_start"], content["cursor_end"]), (0, 9))
        self.assertIn("squared_hinge", content["matches"])

    def test_completion_of_the_line_that_is_typed(self):
        code = "y = [1, 2]\ntrain circ"
        content = self.shell_reply(self.kc.complete(code, len(code)))
        self.assertEqual(content["matches"], ["circles"])
        code = "mse([1, 2],\n  [2, 3], redu"
        content = self.shell_reply(self.kc.complete(code, len(code)))
        self.assertEqual(content["matches"], ["reduction="])

    def test_completion_says_what_things_are(self):
        content = self.shell_reply(self.kc.complete("squared_h", 9))
        item = content["metadata"]["_jupyter_types_experimental"][0]
        self.assertEqual((item["text"], item["type"]), ("squared_hinge", "function"))
        self.assertTrue(item["signature"])

    def test_inspection_of_the_word_at_the_cursor(self):
        for code, place in (("squared_hinge(1, 2)", 3), ("é = 1; hinge", 12), ("hinge([1], ", 11)):
            content = self.shell_reply(self.kc.inspect(code, place))
            self.assertTrue(content["found"], code)
            self.assertIn("hinge", content["data"]["text/plain"])
        self.run_cell("mine = [1, 2, 3]")
        content = self.shell_reply(self.kc.inspect("mine", 2))
        self.assertIn("3", content["data"]["text/plain"])

    def test_inspection_of_nothing(self):
        content = self.shell_reply(self.kc.inspect("blorp", 2))
        self.assertEqual((content["status"], content["found"], content["data"]), ("ok", False, {}))

    def test_indent_of_what_goes_on(self):
        content = self.shell_reply(self.kc.is_complete("for i in 1..3 {"))
        self.assertEqual(content, {"status": "incomplete", "indent": "  "})

    def test_comms(self):
        message_id = self.kc.comm_info()
        self.assertEqual(self.shell_reply(message_id), {"status": "ok", "comms": {}})


class LessonTests(Client):
    def test_a_lesson_goes_on_from_cell_to_cell(self):
        first = self.outputs("lesson 1")
        self.assertIn("step 1 of", first[-1]["content"]["data"]["text/plain"])
        self.assertIn("step 2 of", self.outputs("next")[-1]["content"]["data"]["text/plain"])
        self.assertIn("step 1 of", self.outputs("back")[-1]["content"]["data"]["text/plain"])


class InterruptionTests(Client):
    def assert_stopped(self, message_id):
        """A training that is stopped shows how far it came."""
        self.assertEqual(self.shell_reply(message_id)["status"], "ok")
        texts = [m["content"]["data"]["text/plain"] for m in self.iopub(message_id) if "data" in m["content"]]
        self.assertTrue(any("Stopped after" in text for text in texts), texts)
        self.assert_alive()

    def test_interruption_by_message(self):
        message_id = self.kc.execute(ENDLESS)
        self.wait_until_training(message_id)
        self.km.interrupt_kernel()
        self.assert_stopped(message_id)

    def test_interruption_by_signal(self):
        message_id = self.kc.execute(ENDLESS)
        self.wait_until_training(message_id)
        os.kill(self.km.provisioner.pid, signal.SIGINT)
        self.assert_stopped(message_id)

    def test_interruption_of_a_loop(self):
        message_id = self.kc.execute(LONG_LOOP)
        self.wait_until_busy(message_id)
        self.km.interrupt_kernel()
        self.assertEqual(self.shell_reply(message_id)["ename"], "Cancelled")
        self.assert_alive()

    def test_cells_behind_one_that_is_stopped_are_not_run(self):
        ids = [self.kc.execute(code) for code in (ENDLESS, "aborted = 1")]
        self.wait_until_training(ids[0])
        self.km.interrupt_kernel()
        self.assertEqual([self.shell_reply(i)["status"] for i in ids], ["ok", "aborted"])

    def test_interruption_of_what_has_just_begun(self):
        for _ in range(20):
            message_id = self.kc.execute(LONG_LOOP)
            self.wait_until_busy(message_id)
            self.km.interrupt_kernel()
            self.assertEqual(self.shell_reply(message_id)["ename"], "Cancelled")

    def test_an_interruption_of_nothing_does_nothing(self):
        self.kc.control_channel.send(self.kc.session.msg("interrupt_request", {}))
        self.assertEqual(self.kc.get_control_msg(timeout=PATIENCE)["content"]["status"], "ok")
        os.kill(self.km.provisioner.pid, signal.SIGINT)
        # By the time of this answer the signal has come.
        self.shell_reply(self.kc.kernel_info())
        self.assert_alive()

    def test_the_heart_beats_while_a_cell_runs(self):
        message_id = self.kc.execute(ENDLESS)
        self.wait_until_training(message_id)
        with zmq.Context() as context, context.socket(zmq.REQ) as heart:
            heart.linger = 0
            heart.connect(f"tcp://{self.km.ip}:{self.km.hb_port}")
            for beat in (b"one", b"two"):
                heart.send(beat)
                self.assertTrue(heart.poll(PATIENCE * 1000))
                self.assertEqual(heart.recv(), beat)
        request = self.kc.session.msg("kernel_info_request", {})
        self.kc.control_channel.send(request)
        self.assertEqual(self.kc.get_control_msg(timeout=PATIENCE)["content"]["status"], "ok")
        self.km.interrupt_kernel()
        self.assert_stopped(message_id)


class HostileTests(Client):
    """Nothing that is sent ends the kernel, and nothing without the key is obeyed."""

    def socket(self, port):
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.linger = 0
        socket.connect(f"tcp://{self.km.ip}:{port}")
        self.addCleanup(socket.close)
        return socket

    def test_wrong_signatures_are_not_obeyed(self):
        stranger = Session(key=b"a guess")
        for port in (self.km.shell_port, self.km.control_port):
            socket = self.socket(port)
            stranger.send(socket, "shutdown_request", {"restart": False})
            stranger.send(socket, "execute_request", {"code": "intruder = 1"})
        self.assert_alive()
        self.assertEqual(self.run_cell("intruder")[0]["status"], "error")

    def test_nonsense_is_left_alone(self):
        signed = self.kc.session
        bodies = [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"code": 5}', b'{"code": "1", "silent": "x"}']
        bodies.append(b'{"code":' * 5000 + b"1" + b"}" * 5000)
        frames = [[b""], [b"<IDS|MSG>"], [b"a", b"<IDS|MSG>", b"b"], [b"x"] * 7, [b"<IDS|MSG>"] * 7]
        for port in (self.km.shell_port, self.km.control_port):
            socket = self.socket(port)
            for parts in frames:
                socket.send_multipart(parts)
            for kind in ("execute_request", "complete_request", "history_request", "shutdown", "", "comm_open"):
                header = json.dumps({"msg_id": "1", "msg_type": kind}).encode()
                for body in bodies:
                    for parts in ([header, b"{}", b"{}", body], [body, body, body, body]):
                        socket.send_multipart([b"<IDS|MSG>", signed.sign(parts)] + parts)
        self.assert_alive()

    def test_hostile_numbers(self):
        for place in (-5, 10**6, 2**70, 1.5, "x", None):
            content = {"code": "squared_h", "cursor_pos": place, "detail_level": 0}
            for kind in ("complete_request", "inspect_request"):
                message = self.kc.session.msg(kind, content)
                self.kc.shell_channel.send(message)
                self.assertEqual(self.shell_reply(message["header"]["msg_id"])["status"], "ok")
        for n in (-1, 0, 10**6, "x", None):
            message = self.kc.session.msg("history_request", {"hist_access_type": "tail", "n": n})
            self.kc.shell_channel.send(message)
            self.assertEqual(self.shell_reply(message["header"]["msg_id"])["status"], "ok")


class ClientsTests(Client):
    def test_two_clients_get_their_own_answers(self):
        other = BlockingKernelClient(connection_file=self.km.connection_file)
        other.load_connection_file()
        other.start_channels()
        self.addCleanup(other.stop_channels)
        other.wait_for_ready(timeout=PATIENCE)
        ids = [(c, k, c.execute(f"{k}", silent=False)) for k in range(20) for c in (self.kc, other)]
        for client, k, message_id in ids:
            self.assertEqual(self.shell_reply(message_id, client)["status"], "ok")
        client, k, message_id = ids[-1]
        texts = [m["content"]["data"]["text/plain"] for m in self.iopub(message_id, client) if "data" in m["content"]]
        self.assertEqual(texts, [str(k)])


class LifeTests(Client):
    def test_a_restart_forgets(self):
        self.run_cell("x = 1")
        self.km.restart_kernel(now=False)
        self.kc.wait_for_ready(timeout=PATIENCE)
        reply, _ = self.run_cell("x")
        self.assertEqual((reply["status"], reply["execution_count"]), ("error", 1))

    def test_a_shutdown_ends_the_process_also_while_it_computes(self):
        for code in ("1", ENDLESS):
            km, kc = start_new_kernel(kernel_name=KERNEL, startup_timeout=PATIENCE)
            message_id = kc.execute(code)
            process = km.provisioner.process
            while kc.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "execute_input":
                pass
            kc.shutdown()
            self.assertEqual(process.wait(PATIENCE), 0)
            kc.stop_channels()
            km.cleanup_resources()

    def test_a_second_kernel_cannot_take_the_same_ports(self):
        file = self.km.connection_file
        program = self.km.kernel_spec.argv[0]
        result = subprocess.run([program, file], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(result.returncode, 1)
        self.assertIn("address already in use", result.stderr)


class NotebookTests(unittest.TestCase):
    def notebook(self, *cells):
        notebook = nbformat.v4.new_notebook()
        notebook.metadata["kernelspec"] = {"name": KERNEL, "display_name": "Lossbook", "language": "lossbook"}
        notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
        return notebook

    def test_a_notebook_is_run(self):
        notebook = self.notebook(
            "y = [1, 0, 1]", "bce(y, [0.9, 0.2, 0.6])", "run1 = train circles loss=bce epochs=20000", "plot run1"
        )
        NotebookClient(notebook, timeout=PATIENCE, kernel_name=KERNEL).execute()
        nbformat.validate(notebook)
        self.assertEqual([c.execution_count for c in notebook.cells], [1, 2, 3, 4])
        self.assertEqual(notebook.cells[1].outputs[0].data["text/plain"], "0.279777")
        training = notebook.cells[2].outputs
        self.assertIn("after 20000 epochs", training[0].data["text/plain"])
        self.assertIn("image/svg+xml", training[-1].data)
        self.assertEqual(notebook.metadata.language_info.name, "lossbook")

    def test_a_notebook_that_fails_says_where(self):
        notebook = self.notebook("mse([1, 2], [1])", "1")
        with self.assertRaises(CellExecutionError) as caught:
            NotebookClient(notebook, timeout=PATIENCE, kernel_name=KERNEL).execute()
        self.assertEqual(caught.exception.ename, "ShapesDiffer")
        self.assertIn("^", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
