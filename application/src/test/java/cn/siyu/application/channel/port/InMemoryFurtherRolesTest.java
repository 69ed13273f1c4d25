package cn.siyu.application.channel.port;

class InMemoryFurtherRolesTest implements FurtherRolesContract {
    @Override
    public FurtherWorld world() {
        return new InMemoryChannelWorld();
    }
}
