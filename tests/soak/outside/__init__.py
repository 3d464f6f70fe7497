"""Files from outside, made up by the thousand: none may crash the program, hold it up, fill its memory or lead its hand."""
