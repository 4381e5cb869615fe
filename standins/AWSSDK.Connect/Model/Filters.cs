namespace Amazon.Connect.Model;

public class Filters
{
    public List<string> Queues { get; set; }

    public List<Channel> Channels { get; set; }

    public List<string> RoutingProfiles { get; set; }
}
