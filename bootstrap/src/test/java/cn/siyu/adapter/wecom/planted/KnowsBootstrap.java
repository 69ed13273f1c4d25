package cn.siyu.adapter.wecom.planted;

import cn.siyu.bootstrap.Application;

/// Planted: a part that knows how it is put together.
final class KnowsBootstrap {
    void restart() {
        Application.main(new String[0]);
    }
}
