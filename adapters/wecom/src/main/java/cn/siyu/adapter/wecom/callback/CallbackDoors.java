package cn.siyu.adapter.wecom.callback;

import java.util.Optional;

/// The callback doors by the name of their app, which is part of the callback address.
@FunctionalInterface
public interface CallbackDoors {
    Optional<CallbackDoor> door(String app);
}
