package cn.siyu.application.insight;

import org.jspecify.annotations.Nullable;

/// What is wrong with one row of an import.
///
/// @param row the row's number
/// @param column the column it is about; null if about the row as a whole
/// @param original the row as it stood in the file, its first 8,000 characters
public record RowMistake(int row, @Nullable ImportColumn column, RowFault fault, String original) {}
