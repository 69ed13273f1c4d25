package cn.siyu.application.task.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class InMemoryTasksTest implements TasksContract {
    private final Map<StaffId, DepartmentId> departments = new HashMap<>();
    private final Map<CustomerId, List<StaffId>> served = new HashMap<>();
    private final Tasks tasks = new InMemoryTasks(
            new InMemoryStore(),
            departments,
            (customer, sight) -> served.getOrDefault(customer, List.of()).stream()
                    .anyMatch(holder -> sight.held(holder, Objects.requireNonNull(departments.get(holder)))));

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public void staff(StaffId staff, DepartmentId department) {
        departments.put(staff, department);
    }

    @Override
    public void serve(CustomerId customer, StaffId staff) {
        served.computeIfAbsent(customer, _ -> new ArrayList<>()).add(staff);
    }
}
