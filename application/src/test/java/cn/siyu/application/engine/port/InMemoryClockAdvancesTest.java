package cn.siyu.application.engine.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryClockAdvancesTest implements ClockAdvancesContract {
    private final ClockAdvances advances = new InMemoryClockAdvances(new InMemoryStore());

    @Override
    public ClockAdvances advances() {
        return advances;
    }
}
