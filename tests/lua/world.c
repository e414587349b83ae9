/* world.c - see world.h. */
#include "lua/world.h"

#include <stdio.h>

/* As of 2025-01-01. Of agreements and positions nothing is declared complete, unless a row says so. */
static const char firms[] =
    "'entities':[{'id':'amazon','name':'Amazon','form':'company','activities':['cloud-provider','retailer']},"
    "{'id':'aws','name':'AWS','form':'company','activities':['cloud-provider']},"
    "{'id':'unit','name':'Unit','form':'company','activities':['software']},"
    "{'id':'anthropic','name':'Anthropic','form':'company','activities':['ai-developer']},"
    "{'id':'google','name':'Google','form':'company','activities':['cloud-provider','ai-developer']},"
    "{'id':'mystery','name':'Mystery','form':'company'},"
    "{'id':'ann','name':'Ann','form':'person'},{'id':'bob','name':'Bob','form':'person'}],"
    "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'},"
    "{'id':'h2','holder':'amazon','entity':'unit','votes':100,'stake':100},"
    "{'id':'h3','holder':'google','entity':'anthropic','stake':14,'control':'none'},"
    "{'id':'h4','holder':'amazon','entity':'anthropic','stake':{'min':15,'max':19},'control':'none'}],"
    "'investments':[{'id':'i1','investor':'amazon','target':'anthropic','amount':{'value':4e9,'currency':'USD'},"
    "'paid':{'value':1.25e9,'currency':'USD'},'status':'committed','instrument':'convertible','from':'2023-09-25'},"
    "{'id':'i2','investor':'google','target':'anthropic','amount':{'value':2e9,'currency':'USD'},'status':'paid','from':'2023-10-27'},"
    "{'id':'i3','investor':'amazon','target':'mystery','amount':null,'from':'2024-11-22'}],"
    "'agreements':[{'id':'x1','type':'exclusivity','holder':'aws','grantor':'anthropic','scope':['training','hosting'],'from':'2023-09-25'},"
    "{'id':'x2','type':'supply','holder':'anthropic','grantor':'google','from':'2023-02-03'},"
    "{'id':'x3','type':'veto','holder':'amazon','grantor':'anthropic','scope':'shares','from':'2023-09-25','to':'2024-12-31'},"
    "{'id':'x4','type':'consultation','holder':'google','grantor':'anthropic','scope':'shares','from':'2025-01'},"
    "{'id':'x5','type':'non-compete','holder':'google','grantor':'mystery','scope':'api','from':'2019-01-01','to':'2023-12-31'},"
    "{'id':'x6','type':'spend-commitment','holder':'amazon','grantor':'anthropic','scope':'capacity','amount':null,'from':'2023-09-25'},"
    "{'id':'x7','type':'spend-commitment','holder':'google','grantor':'anthropic','scope':'capacity',"
    "'amount':{'value':3e9,'currency':'USD'},'percent':{'min':18,'max':22},'from':'2023-10-27','to':'2028-10-26'},"
    "{'id':'x8','type':'revenue-share','holder':'google','grantor':'anthropic','scope':'revenue',"
    "'amount':{'value':1e9,'currency':'GBP'},'cap':{'value':5e9,'currency':'USD'},'from':'2024-06-01'},"
    "{'id':'y1','type':'staff-exchange','scope':'product','holder':'unit','grantor':'mystery','from':'2023-01-01','to':'2025-12-31'},"
    "{'id':'y2','type':'staff-exchange','scope':'product','holder':'unit','grantor':'mystery','from':'2023-01-01','part_of':'y1'},"
    "{'id':'y3','type':'staff-exchange','scope':'product','holder':'unit','grantor':'mystery','from':'2024-01-01','to':'2025-06-30','part_of':'y1'},"
    "{'id':'x9','type':'waiver','holder':'google','grantor':'mystery','scope':'usage','from':{'min':'2023-12-01','max':'2024-01-31'}}],";
static const char markets[] =
    "'markets':[{'id':'cloud','name':'cloud','product':'cloud-infrastructure','geography':'worldwide','measure':'revenue','table':'complete'},"
    "{'id':'chat','name':'chatbots','product':'ai-chatbots','measure':'visits'},"
    "{'id':'whole','name':'whole','product':'x-whole','table':'complete'},"
    "{'id':'api1','name':'API one','product':'enterprise-llm-api','geography':'US','measure':'revenue'},"
    "{'id':'api2','name':'API two','product':'enterprise-llm-api','geography':'EU','measure':'revenue'}],"
    "'shares':[{'id':'s8','market':'whole','entity':'amazon','percent':60,'from':'2024-12-31'},"
    "{'id':'s9','market':'whole','entity':'mystery','percent':40,'from':'2024-12-31'},"
    "{'id':'s1','market':'cloud','entity':'aws','percent':30,'from':'2024-12-31'},"
    "{'id':'s2','market':'cloud','entity':'google','percent':{'min':18,'max':22},'from':'2024-12-31'},"
    "{'id':'s3','market':'cloud','entity':'aws','percent':33,'from':'2023-12-31'},"
    "{'id':'s4','market':'cloud','entity':'google','percent':10,'from':'2023-12-31'},"
    "{'id':'s5','market':'chat','entity':'google','percent':null,'from':'2024-12-31'},"
    "{'id':'s6','market':'cloud','entity':'mystery','percent':40,'from':'2024-12-31'},"
    "{'id':'s7','market':'chat','entity':'mystery','percent':5,'measure':'users','from':'2024-12-31'}],"
    "'positions':[{'id':'p1','person':'ann','entity':'amazon','role':'director'},{'id':'p2','person':'ann','entity':'anthropic','role':'observer'},"
    "{'id':'p3','person':'bob','entity':'aws','role':'officer'},{'id':'p4','person':'bob','entity':'google','appointed_by':'amazon'}],"
    "'transactions':[{'id':'t1','acquirer':'google','target':'unit','type':'acquisition','value':{'value':1e8,'currency':'USD'},"
    "'status':'announced','from':'2024-10-01'}],"
    "'financials':[{'id':'f1','entity':'google','metric':'revenue','amount':{'value':3e11,'currency':'USD'},'from':'2023-12-31'},"
    "{'id':'f2','entity':'aws','metric':'revenue','amount':{'value':9e10,'currency':'EUR'},'from':'2023-12-31'},"
    "{'id':'f3','entity':'unit','metric':'revenue','amount':{'value':1e9,'currency':'EUR'},'from':'2023-12-31'}],"
    "'rates':[{'id':'r1','base':'EUR','quote':'USD','value':1.1,'from':'2024-12-31'}]";

char world[8192];
void world_make(void) { snprintf(world, sizeof world, "%s%s", firms, markets); }

const char *error_of(const struct ruling *r, const char *id)
{
    const struct rule_result *result = ruling_result(r, id);
    return result->error ? result->error : "";
}
