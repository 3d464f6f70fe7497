"""The timeline: the plan's rows with their days drawn as bars."""
