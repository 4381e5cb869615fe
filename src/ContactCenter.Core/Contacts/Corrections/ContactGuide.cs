using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Corrections;

/// <summary>What agents read in the guide beside a contact.</summary>
/// <param name="words">In which language.</param>
public sealed class ContactGuide(Translation words)
{
    /// <summary>The title of the view.</summary>
    public string Title => words.Of(Sentences.GuideTitle);

    /// <summary>What the contact is about.</summary>
    public string Topic => words.Of(Sentences.GuideTopic);

    /// <summary>How urgent it is.</summary>
    public string Urgency => words.Of(Sentences.GuideUrgency);

    /// <summary>How the customer sounds.</summary>
    public string Sounds => words.Of(Sentences.GuideSounds);

    /// <summary>What the customer said.</summary>
    public string Words => words.Of(Sentences.GuideWords);

    /// <summary>How difficult the contact is.</summary>
    public string Complexity => words.Of(Sentences.GuideComplexity);

    /// <summary>What else the customer wants, by its number.</summary>
    public string Concern(int number) => words.Of(Sentences.GuideConcern($"{number}"));

    /// <summary>Something that the customer named.</summary>
    /// <param name="attribute">Its attribute.</param>
    public string Named(string attribute) => words.Of(Sentences.GuideNamed(attribute));

    /// <summary>Something that the customer system knows.</summary>
    /// <param name="attribute">Its attribute.</param>
    public string Customer(string attribute) => words.Of(Sentences.GuideCustomer(attribute));

    /// <summary>How often the customer was in touch lately.</summary>
    public string RecentContacts => words.Of(Sentences.GuideRecent);

    /// <summary>What the customer is likely to need next.</summary>
    public string Likely => words.Of(Sentences.GuideNext);

    /// <summary>How likely that is.</summary>
    public string LikelyShare => words.Of(Sentences.GuideNextShare);

    /// <summary>The ticket of the customer.</summary>
    public string Ticket => words.Of(Sentences.GuideTicket);

    /// <summary>Where it is seen.</summary>
    public string TicketLink => words.Of(Sentences.GuideTicketLink);

    /// <summary>What the articles say.</summary>
    public string Answer => words.Of(Sentences.GuideAnswer);

    /// <summary>An article that is near, by its place.</summary>
    public string Article(int number) => words.Of(Sentences.GuideArticle($"{number}"));

    /// <summary>The topic is another one.</summary>
    public string WrongTopic => words.Of(Sentences.GuideWrongTopic);

    /// <summary>Looks something up.</summary>
    public string Search => words.Of(Sentences.GuideSearch);

    /// <summary>Leads to the guide in which agents report what is wrong.</summary>
    public string ReportFault => words.Of(Sentences.GuideReportFault);

    /// <summary>Closes the guide.</summary>
    public string Done => words.Of(Sentences.FaultDone);

    /// <summary>Asks for the right topic.</summary>
    public string Which => words.Of(Sentences.GuideWhich);

    /// <summary>It was about nothing that the center has a topic for.</summary>
    public string NoTopic => words.Of(Sentences.GuideNoTopic);

    /// <summary>Shows the other topics.</summary>
    public string OtherTopics => words.Of(Sentences.GuideOtherTopics);

    /// <summary>Asks what is to be looked up.</summary>
    public string Question => words.Of(Sentences.GuideQuestion);

    /// <summary>Goes on.</summary>
    public string Next => words.Of(Sentences.FaultNext);

    /// <summary>Goes back to what is known of the contact.</summary>
    public string Back => words.Of(Sentences.GuideBack);

    /// <summary>A correction is kept.</summary>
    public string Kept => words.Of(Sentences.GuideKept);

    /// <summary>Nobody knows whether it is.</summary>
    public string NotKept => words.Of(Sentences.GuideNotKept);

    /// <summary>It is not, because there is nothing to learn from.</summary>
    public string NothingSaid => words.Of(Sentences.GuideNothingSaid);
}
