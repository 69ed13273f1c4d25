package cn.siyu.application.trust;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.application.trust.port.InMemoryCalibrations;

class InMemoryCalibrationsTest implements CalibrationsContract {
    @Override
    public Calibrations calibrations() {
        return new InMemoryCalibrations(new InMemoryStore());
    }
}
