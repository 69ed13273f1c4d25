package cn.siyu.application.content.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryMaterialsTest implements MaterialsContract {
    private final InMemoryMaterials materials = new InMemoryMaterials(new InMemoryStore());

    @Override
    public Materials materials() {
        return materials;
    }
}
