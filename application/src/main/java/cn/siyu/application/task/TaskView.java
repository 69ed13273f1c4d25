package cn.siyu.application.task;

import cn.siyu.application.task.port.TaskReferences.Refers;
import cn.siyu.domain.task.Task;

/// A task as clients see it.
public record TaskView(Task task, Refers refers) {}
