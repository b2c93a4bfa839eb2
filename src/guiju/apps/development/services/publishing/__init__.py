"""What steps do to the registers (登记效力)."""
