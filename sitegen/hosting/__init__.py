"""The settings of a web server that serves every site of a province, written from the register."""
