"""What the pages of a case show and their endpoints say: put together once, for one reader."""
