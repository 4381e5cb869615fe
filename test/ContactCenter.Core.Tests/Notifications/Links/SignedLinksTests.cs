using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Links;

public sealed class SignedLinksTests
{
    private static readonly DateTimeOffset Now = Messages.Opened;
    private static readonly LinkClaim Claim = new(Messages.IncidentId, PersonAction.Acknowledge, "ann@example.com", "5", Now.AddHours(8));

    [Fact]
    public void A_link_says_what_was_signed() =>
        Assert.Equal(new LinkReading(Claim, null), SignedLinks.Read(SignedLinks.Make(Claim, Messages.Keys), Messages.Keys, Now));

    [Fact]
    public void A_link_is_what_it_was_when_the_format_was_fixed() =>
        Assert.Equal("1~k2~a~1772470800~7Q2M9KXA-3~5~YW5uQGV4YW1wbGUuY29t", SignedLinks.Make(Claim, Messages.Keys)[..^23]);

    [Fact]
    public void A_link_that_was_changed_in_any_character_is_refused()
    {
        var link = SignedLinks.Make(Claim, Messages.Keys);
        var changes = from place in Gen.Choose(0, link.Length - 1) from letter in Gen.Choose(32, 255) select (place, letter: (char)letter);

        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var changed = link[..change.place] + change.letter + link[(change.place + 1)..];
            return changed == link || SignedLinks.Read(changed, Messages.Keys, Now).Problem is not (null or LinkProblem.Expired);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void A_link_that_was_cut_or_made_longer_is_refused()
    {
        var link = SignedLinks.Make(Claim, Messages.Keys);

        Assert.All(
            Enumerable.Range(0, link.Length), length => Assert.NotNull(SignedLinks.Read(link[..length], Messages.Keys, Now).Problem));
        Assert.NotNull(SignedLinks.Read(link + "=", Messages.Keys, Now).Problem);
        Assert.NotNull(SignedLinks.Read("~" + link, Messages.Keys, Now).Problem);
    }

    [Fact]
    public void Two_different_claims_never_share_a_signature() =>
        Prop.ForAll(Claims(), Claims(), (one, other) =>
            one == other || SignedLinks.Make(one, Messages.Keys)[^22..] != SignedLinks.Make(other, Messages.Keys)[^22..])
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_claim_comes_back_as_it_was() =>
        Prop.ForAll(
            Claims(),
            claim => SignedLinks.Read(SignedLinks.Make(claim, Messages.Keys), Messages.Keys, Now) == new LinkReading(claim, null))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_link_counts_until_just_before_its_expiry()
    {
        var link = SignedLinks.Make(Claim, Messages.Keys);

        Assert.Null(SignedLinks.Read(link, Messages.Keys, Claim.ExpiresAt.AddTicks(-1)).Problem);
        Assert.Equal(LinkProblem.Expired, SignedLinks.Read(link, Messages.Keys, Claim.ExpiresAt).Problem);
    }

    [Fact]
    public void After_a_change_of_keys_the_key_before_still_counts_and_the_one_before_that_does_not()
    {
        var link = SignedLinks.Make(Claim, Messages.Keys);

        Assert.Null(SignedLinks.Read(link, new LinkKeys(Messages.Key("k3", 3), Messages.Keys.Current), Now).Problem);
        Assert.Equal(
            LinkProblem.UnknownKey, SignedLinks.Read(link, new LinkKeys(Messages.Key("k4", 4), Messages.Key("k3", 3)), Now).Problem);
    }

    [Fact]
    public void A_key_of_the_same_name_with_another_secret_does_not_count() =>
        Assert.Equal(
            LinkProblem.WrongSignature,
            SignedLinks.Read(SignedLinks.Make(Claim, Messages.Keys), new LinkKeys(Messages.Key("k2", 9)), Now).Problem);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2~k2~a~1~x~5~eA~x")]
    [InlineData("~~~~~~~")]
    public void What_is_no_link_is_refused(string? segment) =>
        Assert.Equal(LinkProblem.Malformed, SignedLinks.Read(segment, Messages.Keys, Now).Problem);

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new LinkKey("k", [1, 2, 3]));

    [Fact]
    public void A_key_does_not_show_its_secret() => Assert.Equal("link key k2", $"{Messages.Keys.Current}");

    private static Arbitrary<LinkClaim> Claims() =>
        (from number in Gen.Choose(1, 20)
         from action in Gen.Elements(
             PersonAction.Acknowledge, PersonAction.Snooze, PersonAction.Escalate, PersonAction.Resolve, PersonAction.Approve)
         from who in Gen.Elements("a", "ab", "ann@example.com", "Zoë ~ / ?#", "5\n1:6")
         from step in Gen.Elements("1", "11", "1.1", "a-1")
         from hours in Gen.Choose(1, 3)
         select new LinkClaim($"7Q2M9KXA-{number}", action, who, step, Now.AddHours(hours))).ToArbitrary();
}
