package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.channel.port.ChannelCommandsContract;
import org.junit.jupiter.api.Nested;

class SqlChannelCommandsTest {
    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends OnDatabase {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class OnDatabase implements ChannelCommandsContract {
        private final ChannelCommands commands;

        OnDatabase(TestDatabase database) {
            commands = database.emptied().getBean(ChannelCommands.class);
        }

        @Override
        public ChannelCommands commands() {
            return commands;
        }
    }
}
