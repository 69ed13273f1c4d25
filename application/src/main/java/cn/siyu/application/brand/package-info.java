/// Use cases and ports about brands, departments, staff and API keys.
@NullMarked
package cn.siyu.application.brand;

import org.jspecify.annotations.NullMarked;
