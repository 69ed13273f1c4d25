package cn.siyu.adapter.wecomsimulator.world;

/// A department (部门); the root is 1 and has parent 0.
public record DepartmentRow(int id, String name, int parentId, long order) implements Row {}
