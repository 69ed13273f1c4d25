package cn.siyu.domain.task;

/// The number of a task (待办) inside its brand.
public record TaskId(long value) {}
