"""Reads pages copied from sites whose layout tells who said what: a module for each site."""
