package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryCustomersTest implements CustomersContract {
    private final Customers customers = new InMemoryCustomers(new InMemoryStore());

    @Override
    public Customers customers() {
        return customers;
    }
}
