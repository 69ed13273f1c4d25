package cn.siyu.application.task.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import java.util.HashMap;
import java.util.Map;

class InMemoryTasksTest implements TasksContract {
    private final Map<StaffId, DepartmentId> departments = new HashMap<>();
    private final Tasks tasks = new InMemoryTasks(new InMemoryStore(), departments);

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public void staff(StaffId staff, DepartmentId department) {
        departments.put(staff, department);
    }
}
