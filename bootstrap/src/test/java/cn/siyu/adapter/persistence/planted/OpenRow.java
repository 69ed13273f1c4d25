package cn.siyu.adapter.persistence.planted;

/// Planted: the shape of a table for everybody to lean on.
public record OpenRow(long id) {}
