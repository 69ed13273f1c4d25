package cn.siyu.application.channel.port;

/// The contracts of all roles that few channels have in one, for a channel that has them all.
public interface FurtherRolesContract
        extends MediaUploadsContract,
                StaffNoticesContract,
                CustomerGroupsContract,
                GroupJoinWaysContract,
                GroupMessagesContract,
                TransfersContract,
                MomentsContract,
                AcquisitionLinksContract,
                ChannelStatisticsContract,
                ProductAlbumsContract,
                InterceptRulesContract,
                GroupGreetingsContract,
                StrategiesContract,
                StrategyTagsContract,
                IdConversionsContract,
                TemporaryChatsContract,
                SidebarPagesContract {
    @Override
    FurtherWorld world();
}
