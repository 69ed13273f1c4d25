package cn.siyu.adapter.http.task;

/// Where a task (待办) stands.
public enum TaskState {
    OPEN,
    DONE,
    SKIPPED,
    FAILED,
    EXPIRED,
    CANCELLED
}
