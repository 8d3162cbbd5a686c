"""The checks behind `faithfulness.examine`: one small file for each sort of thing that can go wrong."""
