print("lossbook")
