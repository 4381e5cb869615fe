using System.Runtime.CompilerServices;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Privacy;

namespace ContactCenter.Core.Tests.Contacts.Privacy;

public sealed class PrivacyDeskTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly CustomerSearch Search = new(Customer.Of("+49301234567")!, "key", ["given"]);

    private readonly Shelf _callers = new(PrivacyPlaces.Callers, "known", "about callers");
    private readonly Shelf _surveys = new(PrivacyPlaces.Surveys, null, "about known", "about given", "about others");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_that_one_place_knows_are_looked_for_in_all()
    {
        var found = await Desk().FindAsync(Search, Stop).ToListAsync(Stop);

        Assert.Equal(
            ["about callers", "about given", "about known"], found.Select(static trace => trace.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Erasing_counts_by_place_and_erasing_again_finds_nothing()
    {
        var first = await Desk().EraseAsync(Search, Now, [], Stop);
        var second = await Desk().EraseAsync(Search, Now, [], Stop);

        Assert.Equal(
            [(PrivacyPlaces.Callers, 1), (PrivacyPlaces.Surveys, 2)], first.Erased.Select(static place => (place.Key, place.Value)));
        Assert.Empty(second.Erased);
        Assert.Equal(["about others"], _surveys.Kept);
    }

    [Fact]
    public async Task What_tells_whose_contacts_they_are_goes_last_so_that_a_stopped_run_can_be_done_again()
    {
        _surveys.Fails = true;

        await Assert.ThrowsAsync<TimeoutException>(async () => await Desk().EraseAsync(Search, Now, [], Stop));
        _surveys.Fails = false;

        Assert.NotEmpty(_callers.Kept);
        Assert.Equal(2, (await Desk().EraseAsync(Search, Now, [], Stop)).Erased[PrivacyPlaces.Surveys]);
        Assert.Empty(_callers.Kept);
    }

    [Fact]
    public void The_receipt_says_of_each_place_that_keeps_something_when_it_ends()
    {
        var configuration = new ContactCenterConfiguration
        {
            Environment = "test",
            Instance = new ConnectInstance { Arn = "arn:aws:connect:eu-central-1:123456789012:instance/a", Alias = "a" },
            Audit = new AuditSettings { RetentionDays = 400 },
        };

        var remaining = PrivacyPlaces.Remaining(configuration, Now).ToDictionary(static place => place.Place, static place => place.Until);

        Assert.Equal(Now.AddDays(35), remaining["point-in-time recovery of both tables"]);
        Assert.Equal(Now.AddDays(401), remaining["trail of changes"]);
        Assert.Null(remaining["messages that were sent"]);
        Assert.Equal(Now.AddHours(24), remaining["stream of the table of incidents"]);
        Assert.Contains("decisions that were under way", remaining.Keys);
        Assert.DoesNotContain(remaining.Keys, static place => place.StartsWith("Region", StringComparison.Ordinal));
        Assert.DoesNotContain("stream of calls while they last", remaining.Keys);
    }

    [Fact]
    public void The_receipt_says_which_of_two_regions_was_not_searched()
    {
        var configuration = new ContactCenterConfiguration
        {
            Environment = "test",
            Instance = new ConnectInstance { Arn = "arn:aws:connect:eu-central-1:123456789012:instance/a", Alias = "a" },
            StandbyRegion = "eu-west-1",
        };

        Assert.Equal("Region that stands by (eu-west-1)", PrivacyPlaces.Remaining(configuration, Now).First().Place);
        Assert.Equal("Region of the instance", PrivacyPlaces.Remaining(configuration, Now, isStandby: true).First().Place);
    }

    [Fact]
    public async Task What_has_to_stay_as_it_is_is_counted_and_holds_back_nothing_else()
    {
        _surveys.Keeps = "about given";

        var receipt = await Desk().EraseAsync(Search, Now, [], Stop);

        Assert.Equal(
            (1, 1, 1),
            (receipt.Erased[PrivacyPlaces.Callers], receipt.Erased[PrivacyPlaces.Surveys], receipt.NotErased[PrivacyPlaces.Surveys]));
        Assert.Equal(["about given", "about others"], _surveys.Kept.Order(StringComparer.Ordinal));
    }

    private PrivacyDesk Desk() => new([_callers, _surveys]);

    /// <summary>A place with things by the contact or key that they are about.</summary>
    private sealed class Shelf(string place, string? knows, params string[] things) : ICustomerTraces
    {
        public List<string> Kept { get; } = [.. things];

        public bool Fails { get; set; }

        public string? Keeps { get; set; }

        public ValueTask<IReadOnlyCollection<string>> ContactsAsync(CustomerSearch search, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyCollection<string>>(knows is null || Kept.Count == 0 ? [] : [knows]);

        public async IAsyncEnumerable<CustomerTrace> FindAsync(
            CustomerSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            string[] theirs = ["about callers", .. search.Contacts.Select(static contact => $"about {contact}")];
            foreach (var thing in Kept.Where(theirs.Contains).ToArray())
            {
                yield return new CustomerTrace(place, thing, true, "{}");
            }
        }

        public ValueTask<bool> EraseAsync(CustomerTrace trace, CustomerSearch search, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new TimeoutException();
            }

            return ValueTask.FromResult(trace.Key != Keeps && Kept.Remove(trace.Key));
        }
    }
}
