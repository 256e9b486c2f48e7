"""The nodes of the graph, one a file: functions from state to the keys they change."""
