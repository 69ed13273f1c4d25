package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoints;
import java.util.List;

/// All endpoint families. A new family is one line here.
public final class WeComApi {
    private WeComApi() {}

    public static Endpoints endpoints() {
        return new Endpoints(List.of(
                StaffApi.endpoints(),
                MediaApi.endpoints(),
                StaffMessageApi.endpoints(),
                SidebarApi.endpoints(),
                InterceptRuleApi.endpoints(),
                ProductAlbumApi.endpoints(),
                MomentApi.endpoints(),
                MomentRecordsApi.endpoints(),
                ContactWayApi.endpoints(),
                CustomerApi.endpoints(),
                CustomerBatchApi.endpoints(),
                TagApi.endpoints(),
                MarkTagApi.endpoints(),
                GroupChatApi.endpoints(),
                GroupStatisticApi.endpoints(),
                JoinWayApi.endpoints(),
                GroupWelcomeApi.endpoints(),
                GroupTransferApi.endpoints(),
                WelcomeApi.endpoints(),
                TransferApi.endpoints(),
                StrategyApi.endpoints(),
                BehaviorApi.endpoints(),
                TempChatApi.endpoints(),
                IpApi.endpoints(),
                StaffListApi.endpoints(),
                ServedContactsApi.endpoints(),
                IdApi.endpoints(),
                LinkApi.endpoints(),
                LinkRecordsApi.endpoints(),
                TransferRecordsApi.endpoints(),
                MassMessageApi.endpoints(),
                MassMessageRecordsApi.endpoints()));
    }
}
