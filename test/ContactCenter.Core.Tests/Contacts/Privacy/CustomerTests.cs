using ContactCenter.Core.Contacts.Privacy;

namespace ContactCenter.Core.Tests.Contacts.Privacy;

public sealed class CustomerTests
{
    [Theory]
    [InlineData("Caller +49 30 1234567 is cut off.", "Caller [erased] is cut off.")]
    [InlineData("Caller 0049301234567.", "Caller [erased].")]
    [InlineData("ring (030) 123-45-67, please", "ring ([erased], please")]
    [InlineData("030/1234567", "[erased]")]
    [InlineData("tel:+49301234567", "tel:[erased]")]
    [InlineData("order 49301234567890", null)]
    [InlineData("order 1849301234567", null)]
    [InlineData("+49 30 1234568", null)]
    public void A_number_is_found_however_it_is_written(string text, string? without)
    {
        var customer = Customer.Of("+49 30 1234567")!;

        Assert.Equal(without is not null, customer.IsIn(text));
        Assert.Equal(without ?? text, customer.TakeOut(text));
    }

    [Theory]
    [InlineData("Ada@Example.com wrote", "[erased] wrote")]
    [InlineData("to ada@example.com.", "to [erased].")]
    [InlineData("canada@example.com", null)]
    [InlineData("ada@example.company", null)]
    public void An_address_is_found_in_any_letter_case_and_not_in_a_longer_one(string text, string? without) =>
        Assert.Equal(without ?? text, Customer.Of("ada@example.com")!.TakeOut(text));

    [Fact]
    public void An_id_is_found_as_a_word() =>
        Assert.Equal("customer [erased], not C47112", Customer.Of("id:C4711")!.TakeOut("customer C4711, not C47112"));

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("anonymous")]
    [InlineData("id:12")]
    [InlineData("@example.com")]
    [InlineData("two words@example.com")]
    public void What_names_nobody_or_everybody_is_no_customer(string text) => Assert.Null(Customer.Of(text));
}
