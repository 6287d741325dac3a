/**
 * Names by which people in Britain are called, for the notice beside a field that is to hold no child's details. Written
 * by hand from common knowledge, of many origins and never whole: it only makes a notice likelier, and decides nothing.
 */

const GIVEN = `
aaliyah,aaron,abbie,abdi,abdul,abdullah,abdullahi,abigail,abu,adam,adeel,adele,aditya,adrian,agnieszka,ahmad,ahmed,
aidan,aiden,aisha,aishah,aisling,ajay,akash,alan,alastair,albert,aleksander,aleksandra,alex,alexander,alexandra,alfie,
alfred,ali,alice,alisha,alison,alistair,allison,alma,amanda,amara,amelia,amelie,amina,aminata,amir,amira,amit,amy,anaya,
andreea,andrei,andrew,andrzej,angela,angus,anika,anil,anisa,anita,anjali,ann,anna,annabel,annabelle,anne,annie,antoni,
anthony,antonia,antonio,anwen,anya,arabella,archie,ariana,arjun,arlo,arthur,arun,arwel,arwen,aryan,asha,ashley,asim,
astrid,atif,aurora,ava,ayaan,ayan,ayesha,ayisha,aylin,ayo,azra,barbara,barry,bartosz,beatrice,beata,becky,ben,benjamin,
bernard,beth,bethan,bethany,betsan,bilal,blake,bobby,bogdan,bradley,brandon,brian,bridget,bronwen,bryony,caitlin,cairo,
caleb,callum,calum,cameron,camilla,carl,carla,caroline,carolyn,carys,caspar,cassandra,catherine,catrin,cerys,charles,
charlie,charlotte,chantelle,chidi,chinedu,chloe,chloé,chris,christina,christine,christopher,ciara,ciaran,claire,clara,
clare,colin,connor,conor,courtney,craig,cristina,curtis,cynthia,daisy,damian,damien,dan,daniel,daniela,danielle,danny,
darcey,darcy,darren,dave,david,dawid,dawood,deborah,debbie,declan,deepak,delyth,demi,denise,dennis,derek,dermot,dexter,
diana,diane,dilys,diya,dominic,dominik,donna,dorota,dorothy,doug,douglas,duncan,dylan,eddie,edith,edward,efa,eilidh,
eirlys,elaine,eleanor,elena,eleri,eli,elias,elif,elijah,elin,eliza,elizabeth,ella,ellen,ellie,elliot,elliott,ellis,
eloise,elsa,elsie,emil,emilia,emily,emma,emmanuel,emre,ener,eric,erica,erin,esme,esmé,esra,esther,ethan,eugene,eva,
evan,evelyn,evie,ewa,ewan,ezra,faisal,farah,farhan,fatima,fatimah,fatma,fatou,felicity,felix,fergus,filip,finlay,finley,
finn,fiona,florin,frances,francesca,francis,freddie,frederick,freya,gareth,gary,gavin,gemma,genevieve,geoff,geoffrey,
george,georgina,geraint,gerald,gethin,gillian,gina,giorgia,glenys,gordon,graham,grzegorz,gurpreet,guto,gwenda,gwenllian,
gwilym,gwyneth,habib,habiba,hadiya,haider,hajra,halima,hamza,hana,hanna,hannah,hari,haris,harleen,harley,harpreet,harriet,
harriett,harrison,harry,harvey,hasan,hassan,hayden,hayley,heidi,helen,helena,henrietta,henry,hugh,hugo,humza,husna,
hussain,hussein,hywel,ian,ibraheem,ibrahim,idris,iestyn,ieuan,ifan,ifeoma,ifra,ikram,ilyas,iman,imogen,imran,inaya,ioan,
ioana,ionut,irene,iqra,isaac,isabel,isabella,isabelle,isha,ishaan,isla,islwyn,ismail,issa,iwan,iwona,jacek,jack,jackson,
jacob,jacqueline,jake,jakub,james,jamie,jamal,jane,janet,janice,jasmin,jasmine,jason,jasper,jayden,jaydon,jayne,jean,
jeanette,jeff,jeffrey,jemima,jennifer,jenny,jeremy,jess,jessica,jessie,jill,jim,jimmy,joan,joanna,joanne,jodie,joe,joel,
john,johnny,jolanta,jon,jonah,jonathan,jonny,joseph,josephine,josh,joshua,joyce,juan,jude,judith,julia,julian,julie,
juliet,juliette,justin,justyna,kacper,kai,kaitlyn,kamil,kamila,karen,karl,karolina,kasia,kasper,kate,katarzyna,katherine,
kathleen,kathryn,katie,katy,kay,kayden,kaylee,kayleigh,keeley,keira,keith,kelly,kelsey,kenneth,kenzo,keri,kerry,kevin,
khadija,khadijah,khalid,khalil,kian,kieran,kiera,kim,kimberley,kira,kiran,kirsty,kofi,krzysztof,kwame,kyle,kylie,kyra,
lacey,laila,lara,latifa,laura,lauren,laurence,lawrence,layla,leah,lee,leila,leigh,lena,leo,leon,leona,leonard,lesley,
leslie,levi,lewis,lexi,liam,libby,lidia,lilly,lily,linda,lindsay,lisa,lizzie,llew,logan,lois,lola,lorraine,lottie,louis,
louisa,louise,lowri,luca,lucas,lucia,lucja,lucy,luka,lukasz,łukasz,luke,luna,lydia,lynda,lynn,lynne,mabel,macsen,maciej,
macey,maddison,madeleine,madison,magdalena,mahmood,mahnoor,maisie,maisy,malachi,malak,malcolm,malgorzata,małgorzata,
malik,mandeep,marcel,marcin,marcus,marek,margaret,maria,mariah,mariam,marian,marie,marina,mario,marion,marius,mariya,
marta,martha,martin,marvin,mary,maryam,mateusz,mathew,matilda,matt,matteo,matthew,maureen,max,maximilian,maya,mehmet,
megan,meirion,mehwish,melanie,melissa,mia,micah,michael,michal,michał,michelle,miguel,mike,mikolaj,mila,miles,milena,
millie,milo,mina,minh,miriam,mohamed,mohammad,mohammed,mohamud,moira,molly,monica,monika,morgan,moses,muhammad,musa,
mustafa,mya,myfanwy,nadia,naomi,natalia,natalie,natasha,nathan,nathaniel,naveed,neil,nerys,niamh,nicholas,nick,nicola,
nicole,niall,nigel,nikhil,nikita,nina,noah,noel,noor,nora,norah,norman,nuria,ola,olga,oliver,olivia,ollie,oluwaseun,
olu,omar,oscar,osian,otis,owain,owen,paige,pamela,patricia,patrick,patrycja,paul,paula,pauline,pawel,paweł,peter,petra,
philip,phillip,phoebe,piotr,pippa,polly,precious,priya,przemyslaw,rabia,rachel,rafal,raheem,rahul,raj,rajesh,ralph,
ramona,rania,raphael,rashid,ravi,raymond,rayan,razvan,rebecca,reece,reggie,reuben,rhian,rhiannon,rhodri,rhydian,rhys,
ria,ricardo,richard,rihanna,riley,rishi,rita,robert,roberta,robyn,rodney,roger,rohan,roisin,róisín,roksana,roman,romeo,
ronald,ronan,ronnie,rory,rosemary,rosie,ross,rowena,roxanne,roy,ruben,rubina,rufus,rukhsana,rupert,russell,ruth,ryan,
saad,sabrina,sadia,safa,saima,saira,sajid,salim,sally,salma,sam,samantha,sameer,samina,samir,samira,samuel,sana,sandeep,
sandra,sanjay,sara,sarah,sasha,saskia,saul,scarlett,scott,seamus,sean,sebastian,selina,seren,shabana,shahid,shakira,
shane,shannon,sharon,shaun,sheila,shirley,shreya,sian,siân,sienna,siobhan,siobhán,simon,simran,sofia,solomon,sonia,
sophia,sophie,stacey,stanislaw,stefan,stella,stephanie,stephen,steve,steven,stewart,stuart,sulaiman,sumaya,sunil,
susan,susanna,suzanne,syed,sylvia,szymon,tahir,talia,tamara,tamsin,tanya,tara,tariq,taylor,teddy,teresa,terry,theo,
theodore,theresa,thomas,tia,tiffany,tilly,tim,timothy,tina,toby,tom,tomasz,tommy,tomos,tony,tracey,tracy,trevor,
tristan,tudur,tyler,tyrone,umar,uzma,valentina,vanessa,vera,veronica,vicky,vihaan,vijay,vikram,vincent,vivian,wayne,
wendy,weronika,wiktor,wiktoria,wilfred,william,wojciech,xavier,yahya,yasin,yasmin,yasmine,yusra,yusuf,yvonne,zac,
zach,zachary,zahra,zaid,zain,zainab,zak,zakariya,zara,zayn,zeynep,zoe,zoë,zofia,zuzanna`;

// They are also words, months, places, colours of a rating or Welsh words: they are taken for a name where more says so.
const ALSO_WORDS = `
alba,amber,angel,april,art,august,austin,autumn,awel,bailey,basil,bella,bill,blossom,bob,bonnie,briar,brook,brooke,bryn,
carol,chance,chase,chelsea,cherry,chester,christian,clay,coral,dale,daisy,dawn,dean,dewi,drew,duke,earl,ebony,eira,enfys,
eve,faith,fern,flora,florence,ford,fox,frank,gene,georgia,ginger,glen,glyn,grace,grant,guy,gwawr,gwen,gwyn,haf,harmony,
hazel,heather,heaven,heulwen,holly,honey,hope,hunter,india,iris,ivy,jade,jay,jewel,jordan,josie,joy,june,kit,lance,
leaf,liberty,lincoln,london,love,mai,mali,mair,mari,mark,marsh,martyn,mason,may,medi,melody,mercy,merlin,misty,myrtle,nancy,
nia,non,olive,paris,parker,pat,patience,pearl,penny,phil,pip,piers,poppy,preston,prince,raven,ray,rich,river,rob,robin,
rod,roman,rosa,rose,rowan,ruby,rusty,sandy,savannah,sage,sky,skye,star,sterling,storm,sue,summer,sydney,theo,troy,ty,
tyne,victor,victoria,viola,violet,wade,wes,will,willow,win,winter,wren,zen`;

const SURNAMES = `
adams,adeyemi,ahmed,akhtar,allen,anderson,andrews,atkinson,baker,barker,barnes,begum,bennett,bevan,booth,bowen,bradshaw,
burns,burton,butler,campbell,carr,carter,chapman,chowdhury,clark,clarke,collins,cooper,cox,davidson,davies,davis,dixon,
edwards,evans,fisher,fletcher,foster,gibson,graham,griffith,griffiths,gupta,harding,harris,harrison,harvey,henderson,
higgins,holmes,howard,howells,hughes,hussain,iqbal,jackson,jenkins,jennings,johnson,johnston,jones,kaur,kelly,kennedy,
khan,kowalski,kowalska,kumar,lawson,lewis,llewellyn,lloyd,mahmood,marshall,matthews,mcdonald,mckenzie,miah,miller,
mills,mistry,mitchell,mohammed,moore,morgan,morris,murphy,murray,nicholson,nowak,nguyen,okafor,okonkwo,oliver,palmer,
parry,patel,patterson,pearson,perkins,phillips,popescu,powell,pritchard,probert,pugh,rahman,rashid,rees,reid,reynolds,
richards,richardson,roberts,robertson,robinson,rogers,russell,saunders,shah,sharma,simmons,simpson,singh,smith,spencer,
stephens,stevens,stevenson,stewart,sullivan,taylor,thomas,thompson,thomson,turner,walker,wallace,walsh,watkins,watson,
webb,wilkinson,williams,williamson,wilson,wiśniewski,wood,woźniak,wright`;

const setOf = (/** @type {string} */ text) => new Set(text.trim().split(/[\s,]+/));

export const ALSO_WORD_NAMES = setOf(ALSO_WORDS);
export const GIVEN_NAMES = new Set([...setOf(GIVEN)].filter((name) => !ALSO_WORD_NAMES.has(name)));
export const COMMON_SURNAMES = setOf(SURNAMES);
