package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryChannelCommandsTest implements ChannelCommandsContract {
    private final ChannelCommands commands = new InMemoryChannelCommands(new InMemoryStore());

    @Override
    public ChannelCommands commands() {
        return commands;
    }
}
