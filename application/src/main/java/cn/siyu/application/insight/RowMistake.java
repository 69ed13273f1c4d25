package cn.siyu.application.insight;

/// What is wrong with one row of an import.
///
/// @param row the row's number
/// @param column the column it is about; empty if about the row as a whole
/// @param code stable name of the mistake
/// @param message what is wrong and how to mend it
/// @param original the row as it stood in the file
public record RowMistake(int row, String column, String code, String message, String original) {}
