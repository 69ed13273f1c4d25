/// What the core needs from outside to know brands, their people and their keys, and the two ports
/// that every use case needs: [cn.siyu.application.brand.port.UnitOfWork] and
/// [cn.siyu.application.brand.port.IdSource].
@NullMarked
package cn.siyu.application.brand.port;

import org.jspecify.annotations.NullMarked;
