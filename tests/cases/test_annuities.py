from cases.register import Published, near, reproduces
from vardering.engine.annuities import future_value, level_payment


@reproduces("TVM-01")
def test_the_future_value_of_savings(published: Published) -> None:
    # The published function counts what is paid in as negative.
    terms = published["inputs"]["fv"]
    grown = future_value(-terms["pv"], -terms["pmt"], terms["rate"], terms["nper"])
    assert grown == near(published, "fv")


@reproduces("TVM-02-pmt")
def test_the_level_payment_of_a_loan(published: Published) -> None:
    terms = published["inputs"]["pmt"]
    assert -level_payment(terms["pv"], terms["rate"], terms["nper"]) == near(published, "pmt")
