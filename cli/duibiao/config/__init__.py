"""What a project says about its checks, once, in `.duibiao.yaml`: found, read, merged into one Settings value.

Nothing is loaded here: to find out in which language to speak, the program looks for the file at every start.
"""
