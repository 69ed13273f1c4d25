package cn.siyu.application.brand.port;

class InMemoryDepartmentsTest implements DepartmentsContract {
    private final Departments departments = new InMemoryDepartments(new InMemoryStore());

    @Override
    public Departments departments() {
        return departments;
    }
}
