"""Where the films come from: readers of public data sets, used only to build the starter pack.

Each reader imports pandas when it is called; nothing here is needed while serving.
"""
