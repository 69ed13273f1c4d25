package cn.siyu.adapter.personal.planted;

import cn.siyu.adapter.wecom.WeComAdapter;
import java.io.IOException;
import java.net.Socket;

/// Planted: everything by which a program could work somebody's phone.
record Robot(java.awt.Robot mouse, Socket wire, WeComAdapter neighbour) {
    Process start() throws IOException {
        return new ProcessBuilder("adb", "shell", "input", "tap").start();
    }

    int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
