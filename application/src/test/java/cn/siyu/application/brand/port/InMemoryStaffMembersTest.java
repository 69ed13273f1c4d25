package cn.siyu.application.brand.port;

class InMemoryStaffMembersTest implements StaffMembersContract {
    private final StaffMembers members = new InMemoryStaffMembers(new InMemoryStore());

    @Override
    public StaffMembers members() {
        return members;
    }
}
