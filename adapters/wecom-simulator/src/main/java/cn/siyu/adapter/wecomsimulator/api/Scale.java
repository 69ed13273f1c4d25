package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;

/// The scale of external contacts that a corp has bought (外部联系人规模): when it is used up, the
/// tools for groups, moments and inheritance rest.
final class Scale {
    private Scale() {}

    /// Refuses with 610023 when the corp has as many external contacts as it may.
    static void check(Call call) {
        if (Encounters.isScaleUsedUp(call.corp(), call.corp().contacts().count())) {
            throw Errcode.SCALE_USED_UP.error();
        }
    }
}
