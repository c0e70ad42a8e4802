"""The pages of the boards: routes and what they say; the numbers come from wub.reports.boards."""
