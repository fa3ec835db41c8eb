"""The commands: one small file each in `commands/`, loaded when it is called."""
