package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.channel.ContactWayId;
import java.util.Optional;

class InMemoryAcquisitionTest implements AcquisitionContract {
    private final InMemoryAcquisition acquisition = new InMemoryAcquisition(new InMemoryStore());

    @Override
    public Acquisition acquisition() {
        return acquisition;
    }

    @Override
    public void mark(String source) {
        acquisition.mark(source, new ContactWayId(4));
    }

    @Override
    public Optional<InMemoryAcquisition.Load> load() {
        return acquisition.load(ACCOUNT);
    }
}
