package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import java.util.List;

/// What became of sends on the platform; facts, each added once.
public interface SendResults {
    /// Adds results of sends that have none. A delivered one opens its response window.
    void add(BrandId brand, List<SendResult> results);

    /// The planned members of a batch that have no result yet, in the order of sends.
    List<Send> missing(BrandId brand, SendBatchId batch);
}
