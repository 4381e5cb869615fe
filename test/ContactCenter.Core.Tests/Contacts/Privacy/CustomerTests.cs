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

    [Theory]
    [InlineData("+12125551234", "(212) 555-1234", "([erased]")]
    [InlineData("+12125551234", "2125551234 is busy", "[erased] is busy")]
    [InlineData("+12125551234", "1-212-555-1234", "[erased]")]
    [InlineData("+12125551234", "011 1 212 555 1234", "[erased]")]
    [InlineData("+34911234567", "911 234 567", "[erased]")]
    [InlineData("+34911234567", "0034 911-23-45-67", "[erased]")]
    [InlineData("+442079460018", "020 7946 0018", "[erased]")]
    [InlineData("+442079460018", "+44 (0)20 7946 0018", "[erased]")]
    [InlineData("+44 (0)20 7946 0018", "call +442079460018", "call [erased]")]
    [InlineData("+49301234567", "30 123\u201345\u201367", "[erased]")]
    [InlineData("+390612345678", "06 1234 5678", "[erased]")]
    [InlineData("+74951234567", "8 (495) 123-45-67", "[erased]")]
    [InlineData("+35312345678", "01 234 5678", "[erased]")]
    [InlineData("+3612345678", "06 1 234 5678", "[erased]")]
    public void A_number_is_found_as_it_is_dialled_within_its_country(string number, string text, string without) =>
        Assert.Equal(without, Customer.Of(number)!.TakeOut(text));

    [Theory]
    [InlineData("+12125551234", "order 21255512349")]
    [InlineData("+12125551234", "order 32125551234")]
    [InlineData("+12125551234", "+212 555 1234")]
    [InlineData("+12125551234", "+2125551234")]
    [InlineData("+492125551234", "+1 (212) 555-1234")]
    [InlineData("+34911234567", "5551234567")]
    [InlineData("+34911234567", "1234567")]
    [InlineData("+442079460018", "79460018")]
    [InlineData("+49301234567", "1234567")]
    [InlineData("+49 30 123", "30123")]
    public void A_number_is_not_found_in_a_longer_one_in_another_country_s_or_by_a_part(string number, string text) =>
        Assert.False(Customer.Of(number)!.IsIn(text));

    [Theory]
    [InlineData("id:1234567", "2026-05-04T10:00:00.1234567+00:00")]
    [InlineData("id:2026-05", "opened 2026-05-04")]
    [InlineData("id:000000000001", "0c6f0c6f-2026-4cde-8f01-000000000001")]
    [InlineData("id:123456789012", "arn:aws:connect:eu-central-1:123456789012:instance/a")]
    [InlineData("+12026050412", "at 2026-05-04 12:00")]
    public void Times_guids_and_arns_tell_of_nobody(string customer, string text) =>
        Assert.Equal((false, text), (Customer.Of(customer)!.IsIn(text), Customer.Of(customer)!.TakeOut(text)));

    [Fact]
    public void A_customer_whose_id_is_a_guid_is_found() => Assert.Equal(
        "of [erased].",
        Customer.Of("id:0C6F0C6F-2026-4cde-8f01-000000000001")!.TakeOut("of 0c6f0c6f-2026-4cde-8f01-000000000001."));

    [Fact]
    public void An_id_is_found_as_a_word() =>
        Assert.Equal("customer [erased], not C471181", Customer.Of("id:C47118")!.TakeOut("customer C47118, not C471181"));

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("anonymous")]
    [InlineData("030 1234567")]
    [InlineData("id:12")]
    [InlineData("id:2026")]
    [InlineData("id:C4711")]
    [InlineData("id:Billing")]
    [InlineData("@example.com")]
    [InlineData("two words@example.com")]
    public void What_names_nobody_or_everybody_is_no_customer(string text) => Assert.Null(Customer.Of(text));
}
