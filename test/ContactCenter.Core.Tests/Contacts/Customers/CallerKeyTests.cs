using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts.Customers;

public sealed class CallerKeyTests
{
    private static readonly byte[] Secret = "a key of this deployment"u8.ToArray();

    [Theory]
    [InlineData("+49 151 12345678", "+4915112345678")]
    [InlineData("Ann@Example.com", "ann@example.com")]
    public void One_customer_has_one_key_however_the_address_is_written(string one, string other) => Assert.Equal(Of(one), Of(other));

    [Fact]
    public void Two_customers_have_two_keys() => Assert.NotEqual(Of("+4915112345678"), Of("+4915112345679"));

    [Fact]
    public void Nothing_of_the_number_is_in_the_key()
    {
        var key = Of("+4915112345678")!;

        Assert.Matches("^[0-9a-f]{64}$", key);
        Assert.DoesNotContain("15112345678", key, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_deployment_has_other_keys() =>
        Assert.NotEqual(
            Of("+4915112345678"), CallerKey.Of(new FlowRequest { CustomerAddress = "+4915112345678" }, "another key, as long"u8));

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+anonymous")]
    [InlineData("Restricted")]
    [InlineData("+112")]
    [InlineData("")]
    [InlineData(null)]
    public void Those_who_hide_their_number_are_not_one_customer(string? address) => Assert.Null(Of(address));

    [Fact]
    public void A_chat_is_known_by_the_customers_id()
    {
        Assert.NotNull(CallerKey.Of(new FlowRequest { CustomerId = "c-17" }, Secret));
        Assert.NotEqual(CallerKey.Of(new FlowRequest { CustomerId = "4915112345678" }, Secret), Of("+4915112345678"));
    }

    [Fact]
    public void An_endless_address_is_nobodys() => Assert.Null(Of(new string('1', 10_000)));

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => CallerKey.Of(FlowRequest.Empty, "short"u8));

    [Fact]
    public async Task Contacts_are_counted_once_and_for_some_days()
    {
        var callers = new InMemoryCallers();
        var monday = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(0, await CountAsync("a", monday));
        Assert.Equal(0, await CountAsync("a", monday.AddSeconds(2)));
        Assert.Equal(1, await CountAsync("b", monday.AddDays(1)));
        Assert.Equal(2, await CountAsync("c", monday.AddDays(2)));
        Assert.Equal(1, await CountAsync("d", monday.AddDays(8.5)));

        async Task<int> CountAsync(string contact, DateTimeOffset at) =>
            (await callers.ArriveAsync("caller", contact, at, TestContext.Current.CancellationToken)).Contacts;
    }

    private static string? Of(string? address) => CallerKey.Of(new FlowRequest { CustomerAddress = address }, Secret);
}
