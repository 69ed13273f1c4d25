package cn.siyu.application.channel.port;

/// The sum of the role contracts: what a connection does that offers everything natively. Each test
/// asks once for a world.
public interface ChannelConnectionContract
        extends MassMessagesContract,
                WelcomesContract,
                ContactDirectoryContract,
                ContactWayProviderContract,
                TagDirectoryContract,
                StaffDirectoryContract {
    @Override
    ChannelWorld world();
}
