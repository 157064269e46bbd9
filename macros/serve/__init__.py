"""The site shown on this machine: static.py answers as a static host, live.py builds anew when a file is saved."""
