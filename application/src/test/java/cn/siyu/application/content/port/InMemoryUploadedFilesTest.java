package cn.siyu.application.content.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryUploadedFilesTest implements UploadedFilesContract {
    private final UploadedFiles files = new InMemoryUploadedFiles(new InMemoryStore());

    @Override
    public UploadedFiles files() {
        return files;
    }
}
