package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryPersonasTest implements PersonasContract {
    @Override
    public Personas personas() {
        return new InMemoryPersonas(new InMemoryStore());
    }
}
